/** Starts the home page. */
import '../styles/page.css';
import '../styles/bold.css';
import { mount } from 'svelte';
import Home from './Home.svelte';

mount(Home, { target: document.getElementById('app')! });
