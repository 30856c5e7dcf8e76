/** Starts the viewer inside a safe copy, in the place of the plain board. */
import '../styles/page.css';
import '../styles/bold.css';
import '../result/print.css';
import { mount } from 'svelte';
import { language } from '../words/language.svelte';
import { readSafeCopy } from './file';
import SafeCopy from './SafeCopy.svelte';

const copy = readSafeCopy(document);
const app = document.getElementById('app')!;
// Without its data the page keeps the plain board that came with it.
if (copy) {
  void language.speak(copy.language, { remember: false });
  app.replaceChildren();
  mount(SafeCopy, { target: app, props: { copy } });
}
