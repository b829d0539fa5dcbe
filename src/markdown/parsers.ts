import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { citations } from './citations/nodes.ts';

/** What an author can write, in both kinds of file. New syntax is added here. */
const syntax = unified().use(remarkParse).use(remarkGfm).use(citations).freeze();

export const markdown = syntax().freeze();
export const mdx = syntax().use(remarkMdx).freeze();
