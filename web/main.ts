import { mount } from 'svelte';
import App from './App.svelte';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/components.css';
import './ui/base.css';
import './ui/pages.css';
import './ui/print.css';
import { installTheme } from './ui/theme.ts';

installTheme();
const target = document.getElementById('app');
if (!target) throw new Error('No #app in index.html');
mount(App, { target });
