import { spawn } from 'node:child_process';
import { demandNode, ROOT } from './house.mjs';
import { install } from './install.mjs';

demandNode();
await install('everything');
const bot = spawn(process.execPath, ['--import', 'tsx', 'packages/bot/src/start.ts'], { cwd: ROOT, stdio: 'inherit' });
process.on('SIGTERM', () => bot.kill('SIGTERM'));
process.on('SIGINT', () => process.stdin.isTTY || bot.kill('SIGINT'));
bot.on('exit', (code) => process.exit(code ?? 0));
