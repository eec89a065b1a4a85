// A worker thread does not inherit the loader of TypeScript, so it registers one of its own first.
import { register } from 'tsx/esm/api';

register();
await import('./write-worker.ts');
