// Holds so many connections to a server open, sends next to nothing through each of them, and dials again when it is cut
// off. Prints one line of JSON each second: how many are open, and how many were cut off so far.
import { connect } from 'node:net';
import type { Socket } from 'node:net';

const [address = '', count = '0'] = process.argv.slice(2);
const { hostname, port } = new URL(address);
const HEAD = `POST /api/consultations HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\n`;

/** What is sent at once, and what drips behind it. */
const WAYS = [
  { first: '', drop: '' },
  { first: 'GET /', drop: 'x' },
  { first: `${HEAD}X-Slow: `, drop: 'x' },
  { first: `${HEAD}Content-Length: 5000\r\n\r\n{`, drop: ' ' },
  { first: `${HEAD}Transfer-Encoding: chunked\r\n\r\n`, drop: '1\r\n \r\n' },
] as const;

const SECOND = 1000;
const open = new Map<Socket, string>();
let cut = 0;

function dial(place: number): void {
  const { first, drop } = WAYS[place % WAYS.length] ?? WAYS[0];
  const socket = connect(Number(port), hostname, () => {
    open.set(socket, drop);
    if (first !== '') socket.write(first);
  });
  socket.on('error', () => undefined);
  socket.resume();
  socket.on('close', () => {
    if (open.delete(socket)) cut += 1;
    setTimeout(dial, SECOND, place);
  });
}

for (let place = 0; place < Number(count); place += 1) dial(place);
setInterval(() => {
  for (const [socket, drop] of open) if (drop !== '' && socket.writable) socket.write(drop);
  console.log(JSON.stringify({ open: open.size, cut }));
}, SECOND);
