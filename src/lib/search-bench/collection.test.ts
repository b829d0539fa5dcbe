import { expect, test } from 'vitest';
import { readCollection } from './collection.ts';

const files = {
  'docs.jsonl': '{"id": 1, "title": "Sleep", "text": "Walk first."}\n{"id": "b", "text": "Tea"}\n',
  'queries.jsonl': '{"id": "q1", "text": "sleep"}\n{"id": "q2", "text": "unanswered"}\n',
  'qrels.tsv': 'q1\t1\t3\nq1\tb\t0\n',
};

test('a collection is read, without questions that nothing answers', () => {
  const { documents, questions, grades } = readCollection(files);
  expect(documents).toEqual([
    { id: '1', title: 'Sleep', text: 'Walk first.' },
    { id: 'b', title: '', text: 'Tea' },
  ]);
  expect(questions).toEqual([{ id: 'q1', text: 'sleep' }]);
  expect(grades.get('q1')?.get('1')).toBe(3);
});

test.each([
  ['docs.jsonl', '{"id": 1', 'docs.jsonl:1: not JSON.'],
  ['docs.jsonl', '{"id": 1}', 'docs.jsonl:1: expected {"id", "title", "text"}.'],
  ['queries.jsonl', '\n{"text": "x"}', 'queries.jsonl:2: expected {"id", "text"}.'],
  ['qrels.tsv', 'q1 1 3', 'qrels.tsv:1: expected query, document and grade with tabs between.'],
])('%s with %j is told with its line', (name, text, message) => {
  expect(() => readCollection({ ...files, [name]: text })).toThrow(message);
});
