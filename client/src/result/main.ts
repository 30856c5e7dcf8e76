/** Starts the result page. */
import '../styles/page.css';
import '../styles/bold.css';
import './print.css';
import { mount } from 'svelte';
import { language } from '../words/language.svelte';
import Result from './Result.svelte';

void language.whenSpoken().then(() => mount(Result, { target: document.getElementById('app')! }));
