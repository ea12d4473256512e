// Serves a folder over http on this machine alone, as a web server with a page for lost visitors would.
//
//   node tests/browser/serve.mjs FOLDER      prints the address, then serves until it is ended
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.xml': 'application/xml' };
const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile();

// Resolves to the address, the server and what ends it. The folder need not be there yet. Answers are packed where asked for.
export async function serve(folder, { packed = false } = {}) {
  const root = `${resolve(folder)}/`;
  const server = createServer((request, response) => {
    const asked = join(root, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const found = asked.startsWith(root) && isFile(asked);
    const path = found ? asked : join(root, '404.html');
    response.writeHead(found ? 200 : 404, { 'content-type': types[extname(path)] ?? 'application/octet-stream',
      ...(packed ? { 'content-encoding': 'gzip' } : {}) });
    if (!isFile(path)) response.end();
    else if (packed) createReadStream(path).pipe(createGzip()).pipe(response);
    else createReadStream(path).pipe(response);
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  return { address: `http://127.0.0.1:${server.address().port}/`, server, close: () => server.close() };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) console.log((await serve(process.argv[2])).address);
