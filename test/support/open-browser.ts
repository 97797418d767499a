import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const quiet = ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update'];

/** Starts the Chromium named by CHROMIUM_PATH, or the one of the system. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--no-first-run', '--disable-sync', ...quiet],
  });
}
