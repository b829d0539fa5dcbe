/** A document of a test collection. */
export interface Document {
  id: string;
  title: string;
  text: string;
}

export interface Question {
  id: string;
  text: string;
}

/** A test collection: documents, questions, and how well documents answer them. */
export interface Collection {
  documents: Document[];
  questions: Question[];
  /** Question to document to grade; 0 and less is no answer. */
  grades: Map<string, Map<string, number>>;
}

/**
 * Reads a collection: `docs.jsonl` with {id, title, text}, `queries.jsonl` with {id, text}, and
 * `qrels.tsv` with query, document and grade. Throws with file and line for anything else.
 */
export function readCollection(files: {
  'docs.jsonl': string;
  'queries.jsonl': string;
  'qrels.tsv': string;
}): Collection {
  const documents = lines(files, 'docs.jsonl').map(({ text, place }) => {
    const { id, title, text: body } = parse(text, place);
    if (id === undefined || body === undefined)
      throw new Error(`${place}: expected {"id", "title", "text"}.`);
    return { id: String(id), title: String(title ?? ''), text: String(body) };
  });
  const questions = lines(files, 'queries.jsonl').map(({ text, place }) => {
    const { id, text: words } = parse(text, place);
    if (id === undefined || words === undefined)
      throw new Error(`${place}: expected {"id", "text"}.`);
    return { id: String(id), text: String(words) };
  });
  const grades: Collection['grades'] = new Map();
  for (const { text, place } of lines(files, 'qrels.tsv')) {
    const [question, document, grade] = text.split('\t');
    if (!question || !document || Number.isNaN(Number(grade)))
      throw new Error(`${place}: expected query, document and grade with tabs between.`);
    const known = grades.get(question) ?? new Map<string, number>();
    grades.set(question, known.set(document, Number(grade)));
  }
  // A question without an answer tells nothing of an engine.
  const answered = questions.filter(({ id }) =>
    [...(grades.get(id)?.values() ?? [])].some((grade) => grade > 0),
  );
  return { documents, questions: answered, grades };
}

function lines<Name extends string>(files: Record<Name, string>, name: Name) {
  return files[name]
    .split('\n')
    .map((text, index) => ({ text: text.trimEnd(), place: `${name}:${index + 1}` }))
    .filter(({ text }) => text !== '');
}

function parse(text: string, place: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new Error(`${place}: not JSON.`);
  }
}
