/** Starts the facilitator page. */
import '../styles/page.css';
import '../styles/bold.css';
import { mount } from 'svelte';
import Facilitator from './Facilitator.svelte';

mount(Facilitator, { target: document.getElementById('app')! });
