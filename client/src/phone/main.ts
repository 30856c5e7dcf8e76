/** Starts the phone page. */
import '../styles/page.css';
import { loadBoldLater } from '../bold';
import { mount } from 'svelte';
import Phone from './Phone.svelte';

mount(Phone, { target: document.getElementById('app')! });
loadBoldLater();
