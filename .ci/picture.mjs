import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { demandNode, giveUp, ROOT } from './house.mjs';
import { install } from './install.mjs';

// Draws the pictures of README.md anew: node .ci/picture.mjs

const BROWSER_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];

demandNode();
await install('everything');
const executablePath = await ensureBrowser();
await build();
const server = await startServer();
try {
  await draw(server.address);
} finally {
  server.process.kill();
}

/** Any free port, so that a server someone is looking at stays as it is. */
async function startServer() {
  const started = spawn(process.execPath, [join(ROOT, 'packages/server/dist/serve.js')], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(started.stdout, 'data');
  const address = /http:\/\/[\d.]+:\d+/.exec(String(said))?.[0];
  return { process: started, address: address ?? giveUp('The server did not say where it is.', String(said)) };
}

async function draw(address) {
  const { chromium } = createRequire(join(ROOT, 'test', 'package.json'))('playwright-core');
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  const page = await browser.newPage({ viewport: { width: 1120, height: 900 }, deviceScaleFactor: 2 });
  await page.goto(address);
  const guide = page.locator('onetrip-guide');
  const words = guide.getByRole('textbox').first();
  await words.fill('我钱包丢了，身份证也没了，怎么补');
  await words.press('Enter');
  await guide.getByText('还要问最多').first().waitFor();
  const folder = join(ROOT, 'docs', 'pictures');
  mkdirSync(folder, { recursive: true });
  await guide.screenshot({ path: join(folder, 'guide.png'), animations: 'disabled' });
  await browser.close();
  console.log('docs/pictures/guide.png');
}
