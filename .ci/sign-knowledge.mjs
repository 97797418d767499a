import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { giveUp } from './house.mjs';

/** Makes a pair of keys: the private one in a file that only its owner reads, the public one as the server's setting. */
export function makeKeys(keyFile) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  try {
    // Never over another key: what it has signed could not be signed again.
    writeFileSync(keyFile, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    giveUp(`${keyFile} 写不进去。`, error.message);
  }
  console.log(`私钥写在 ${keyFile}，请妥善保管，不要放到服务器上。服务器上写这一行：\n${settingOf(publicKey)}`);
}

/** Signs a compiled file: the signature of its bytes goes beside it, as `<file>.sig`. */
export function signKnowledge(keyFile, file) {
  const key = readKey(keyFile);
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    giveUp(`${file} 读不了。请先运行 pnpm knowledge build。`, error.message);
  }
  writeFileSync(`${file}.sig`, `${sign(null, bytes, key).toString('base64')}\n`);
  console.log(`已签名 → ${file}.sig\n${settingOf(createPublicKey(key))}`);
}

function readKey(keyFile) {
  try {
    const key = createPrivateKey(readFileSync(keyFile));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    return giveUp(`${keyFile} 里没有能用的私钥。请用 pnpm knowledge keys 造的那一个。`, error.message);
  }
  return giveUp(`${keyFile} 里的私钥不是 Ed25519 的。`, '请用 pnpm knowledge keys 造的那一个。');
}

function settingOf(publicKey) {
  return `KNOWLEDGE_KEY=${publicKey.export({ format: 'der', type: 'spki' }).toString('base64')}`;
}
