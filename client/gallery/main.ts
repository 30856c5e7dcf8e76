/** Every shared part on one page, for looking at while developing: `npm run dev`, then /gallery/. Never built. */
import '../src/styles/page.css';
import '../src/styles/bold.css';
import { mount } from 'svelte';
import Gallery from './Gallery.svelte';

mount(Gallery, { target: document.getElementById('app')! });
