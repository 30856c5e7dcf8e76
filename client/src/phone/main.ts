/** Starts the phone page. */
import '../styles/page.css';
import './phone.css';
import { loadBoldLater } from '../bold';
import { mount } from 'svelte';
import { language } from '../words/language.svelte';
import { followKeyboard } from './keyboard';
import { fetchLater } from './later';
import Phone from './Phone.svelte';
import { obeySystemTextSize } from './systemText';

obeySystemTextSize();
followKeyboard();
void language.whenSpoken().then(() => mount(Phone, { target: document.getElementById('app')! }));
loadBoldLater();
fetchLater();
