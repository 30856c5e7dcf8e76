/** Starts the facilitator page. */
import '../styles/page.css';
import '../styles/bold.css';
import { mount } from 'svelte';
import { language } from '../words/language.svelte';
import Facilitator from './Facilitator.svelte';

void language
  .whenSpoken()
  .then(() => mount(Facilitator, { target: document.getElementById('app')! }));
