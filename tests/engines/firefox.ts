import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from './drivers.ts';

/**
 * Drives a Firefox by WebDriver BiDi, the protocol that it speaks itself. What else there is does not
 * reach Debian's ESR: Playwright's Firefox is one of its own, its BiDi (`channel: 'moz-firefox'`) asks
 * at each start for `emulation.setMediaFeaturesOverride`, which ESR 153 does not know, and Selenium
 * needs `geckodriver`, which Debian has not. Once Playwright starts it, this file can go.
 */
export async function withFirefox(path: string): Promise<Driver> {
  const profile = mkdtempSync(join(tmpdir(), 'wellsourced-firefox-'));
  const firefox = spawn(
    path,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const end = async () => {
    firefox.kill();
    if (firefox.exitCode === null) await new Promise((resolve) => firefox.once('close', resolve));
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    const connection = await Connection.open(`${await addressOf(firefox)}/session`);
    const { capabilities } = await connection.send<{ capabilities: { browserVersion: string } }>(
      'session.new',
      { capabilities: {} },
    );
    const { contexts } = await connection.send<{ contexts: { context: string }[] }>(
      'browsingContext.getTree',
      {},
    );
    const { context } = contexts[0]!;
    await connection.send('browsingContext.setViewport', {
      context,
      viewport: { width: 1280, height: 800 },
    });

    const run = async <T>(body: string): Promise<T> => {
      const answer = await connection.send<Evaluated>('script.evaluate', {
        // As text: the protocol has its own form for each kind of value.
        expression: `(async () => JSON.stringify([await (async () => { ${body} })()]))()`,
        target: { context },
        awaitPromise: true,
        userActivation: true,
      });
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
      return (JSON.parse(answer.result.value) as [T])[0];
    };
    const perform = (actions: object) =>
      connection.send('input.performActions', { context, actions: [actions] });
    const press = (keys: Iterable<string>) =>
      perform({
        type: 'key',
        id: 'keyboard',
        actions: [...keys].flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      });

    return {
      name: `Firefox ${capabilities.browserVersion}`,
      goto: async (url) =>
        void (await connection.send('browsingContext.navigate', {
          context,
          url,
          wait: 'complete',
        })),
      run,
      click: async (selector) => {
        const [x, y] = await run<[number, number]>(placeOf(selector));
        await perform({
          type: 'pointer',
          id: 'mouse',
          actions: [
            { type: 'pointerMove', x, y },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        });
      },
      type: async (selector, text) => {
        const field = `document.querySelector(${JSON.stringify(selector)})`;
        await run(`${field}.focus(); ${field}.select();`);
        await press(text);
      },
      escape: async () => void (await press('\uE00C')),
      close: async () => {
        await connection.send('browser.close', {}).catch(() => undefined);
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Body of a function that waits until an element is seen, and gives back where its middle is. */
const placeOf = (selector: string) => `
  for (let tries = 0; tries < 100; tries++) {
    const element = document.querySelector(${JSON.stringify(selector)});
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = element?.getBoundingClientRect() ?? { width: 0 };
    if (width > 0) return [Math.round(x + width / 2), Math.round(y + height / 2)];
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(${JSON.stringify(`${selector} is not seen.`)});`;

type Evaluated =
  | { type: 'success'; result: { value: string } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/** The address at which a Firefox that has just begun takes commands, within half a minute. */
async function addressOf(firefox: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => () => reject(new Error(`Firefox ${why}.`));
    const timer = setTimeout(fail('did not say where it takes commands'), 30_000);
    firefox.once('close', fail('ended at once'));
    firefox.once('error', reject);
    let said = '';
    firefox.stderr!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}

/** Commands of WebDriver BiDi and their answers. */
class Connection {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer;
      const asked = this.#waiting.get(answer.id ?? -1);
      this.#waiting.delete(answer.id ?? -1);
      if (answer.type === 'success') asked?.resolve(answer.result);
      else asked?.reject(new Error(`${answer.error}: ${answer.message}`));
    });
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The connection ended.'));
    });
  }

  static async open(address: string): Promise<Connection> {
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error(`${address} does not answer.`)));
    });
    return new Connection(socket);
  }

  /** Sends a command. Rejects with what the browser says when it is refused. */
  send<T>(method: string, params: object): Promise<T> {
    const id = ++this.#last;
    const asked = Promise.withResolvers<unknown>();
    this.#waiting.set(id, asked);
    this.#socket.send(JSON.stringify({ id, method, params }));
    return asked.promise as Promise<T>;
  }
}

interface Answer {
  id?: number;
  type: string;
  result?: unknown;
  error?: string;
  message?: string;
}
