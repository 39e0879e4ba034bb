import { connect } from 'node:net';
import { ask } from './server.ts';

let made = 0;
let address: Promise<string> | undefined;

/** The address of the server that all tests of this run share. */
function sharedServer(): Promise<string> {
  address ??= new Promise((resolve, reject) => {
    const door = connect(process.env.HEARBACK_TEST_POSTGRES ?? '');
    let said = '';
    door.on('data', (text) => (said += text));
    door.on('error', reject);
    door.on('end', () => {
      const { url, problem } = JSON.parse(said) as { readonly url?: string; readonly problem?: string };
      if (url === undefined) reject(new Error(problem));
      else resolve(url);
    });
  });
  return address;
}

/** An empty database on the shared server, or a copy of another one that nobody is connected to. */
export async function freshDatabase(template?: string): Promise<string> {
  const server = await sharedServer();
  made += 1;
  const name = `t${process.pid}_${Date.now().toString(36)}_${made}`;
  const of = template === undefined ? 'template0' : nameOf(template);
  await ask(server, `CREATE DATABASE "${name}" TEMPLATE "${of}"`);
  return server.replace(/[^/]*$/, name);
}

const nameOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
