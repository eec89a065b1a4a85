import { mount } from 'svelte';
import App from './App.svelte';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/components.css';
import './ui/base.css';
import './ui/pages.css';
import './ui/print.css';
import { watchStyles } from './ui/fetch-part.ts';
import { installTheme } from './ui/theme.ts';

installTheme();
watchStyles();
const target = document.getElementById('app');
if (!target) throw new Error('No #app in index.html');
mount(App, { target });
