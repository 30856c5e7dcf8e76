/** Starts the wall page. */
import '../styles/page.css';
import '../styles/bold.css';
import './wall.css';
import { mount } from 'svelte';
import { language } from '../words/language.svelte';
import Wall from './Wall.svelte';

void language.whenSpoken().then(() => mount(Wall, { target: document.getElementById('app')! }));
