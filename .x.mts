import { launchBrowser } from './test/browser.ts';
const b = await launchBrowser();
const shots: [string, string, number, number][] = [
 ['land', '', 1440, 900], ['land2', '', 1280, 720], ['land3', '', 1920, 1080], ['landz', '?kaart=52.17362,5.25,7.5', 1440, 900]];
for (const [n, q, w, h] of shots) { const c = await b.newContext({ viewport: { width: w, height: h }, locale: 'nl-NL' }); const p = await c.newPage(); const t = performance.now(); await p.goto('http://localhost:8080/' + q); await p.waitForLoadState('networkidle').catch(() => {}); await p.waitForTimeout(2500); await p.screenshot({ path: `/tmp/s-${n}.png` }); console.log(n, Math.round(performance.now() - t), p.url()); await c.close(); }
await b.close();
