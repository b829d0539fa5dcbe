import { expect, test } from 'vitest';
import { interfaceOf } from '../interface/interface.ts';
import { commentLetter } from './letter.ts';

test('a letter names the post and survives signs in its title', () => {
  const href = commentLetter(
    { email: 'editors@test.example' },
    { slug: 'omega-3', title: 'Low & high: 50% #1?' },
    interfaceOf('en'),
  );
  const url = new URL(href);
  expect(url.protocol).toBe('mailto:');
  expect(url.pathname).toBe('editors@test.example');
  expect(url.searchParams.get('subject')).toBe('[c:omega-3] Low & high: 50% #1?');
  expect(url.searchParams.get('body')).toContain('below this line.\r\n');
  expect(href).not.toMatch(/[\s"<>]/);
});
