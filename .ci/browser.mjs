import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { addFromDebian, onPath } from './add-from-debian.mjs';
import { giveUp } from './house.mjs';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const FONT_FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.fonts'),
  join(homedir(), '.local/share/fonts'),
  '/System/Library/Fonts',
  'C:\\Windows\\Fonts',
];
const CHINESE_FONT = /wqy|cjk|notosanssc|notoserifsc|sourcehan|pingfang|stheiti|hiragino|msyh|simsun|uming|ukai/i;

/**
 * Makes sure that the tests have a browser and can draw Chinese, and answers with the browser's path. Without a
 * Chinese font every screenshot is a row of empty boxes that still passes.
 */
export async function ensureBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !answersVersion(named)) {
    giveUp(`CHROMIUM_PATH is “${named}”, which does not start as a browser.`, 'Correct it, or leave it out.');
  }
  const missing = whatIsMissing();
  const names = missing.map(({ debian }) => debian);
  if (names.length > 0) await addFromDebian(names, 'the browser tests');
  const still = whatIsMissing();
  if (still.length > 0) {
    giveUp(
      `The tests need ${still.map(({ name }) => name).join(' and ')}, and this machine has none.`,
      [
        'On Debian or Ubuntu, as root:  apt-get update && apt-get install -y chromium fonts-wqy-microhei',
        'Elsewhere: install Chromium or Google Chrome and any Chinese font; CHROMIUM_PATH names a browser kept elsewhere.',
      ].join('\n'),
    );
  }
  return findBrowser();
}

function whatIsMissing() {
  const missing = [];
  if (!findBrowser()) missing.push({ name: 'a Chromium browser', debian: 'chromium' });
  if (!hasChineseFont()) missing.push({ name: 'a Chinese font', debian: 'fonts-wqy-microhei' });
  return missing;
}

/** The first browser that says its version: some systems hold a command that only advises how to install one. */
function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return [...COMMANDS.flatMap(onPath), ...APPLICATIONS.filter(existsSync)].find(answersVersion);
}

function answersVersion(path) {
  const asked = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return asked.status === 0 && /chrom/i.test(asked.stdout);
}

function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8', timeout: 30_000 });
  if (listed.status === 0) return listed.stdout.trim() !== '';
  return FONT_FOLDERS.some((folder) => existsSync(folder) && holdsChineseFont(folder));
}

function holdsChineseFont(folder) {
  return readdirSync(folder, { recursive: true }).some((name) => CHINESE_FONT.test(String(name)));
}
