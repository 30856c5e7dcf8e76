/** Starts the wall page. */
import '../styles/page.css';
import '../styles/bold.css';
import './wall.css';
import { mount } from 'svelte';
import Wall from './Wall.svelte';

mount(Wall, { target: document.getElementById('app')! });
