import { expect, test } from 'vitest';
import { load } from './peers.ts';

test('a package of the bench that is not installed is named, with the command that installs it', async () => {
  await expect(load('no-such-search')).rejects.toThrow(
    'The package no-such-search, which only this bench needs, is not installed: run `npm install --prefix scripts/bench`.',
  );
});
