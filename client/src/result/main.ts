/** Starts the result page. */
import '../styles/page.css';
import '../styles/bold.css';
import './print.css';
import { mount } from 'svelte';
import Result from './Result.svelte';

mount(Result, { target: document.getElementById('app')! });
