/** Starts the home page. */
import '../styles/page.css';
import '../styles/bold.css';
import { mount } from 'svelte';
import { language } from '../words/language.svelte';
import Home from './Home.svelte';

void language.whenSpoken().then(() => mount(Home, { target: document.getElementById('app')! }));
