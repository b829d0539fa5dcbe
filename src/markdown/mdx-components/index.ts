import { aside } from './aside.ts';
import { compare } from './compare.ts';
import type { Component } from './component.ts';
import { details } from './details.ts';
import { figure } from './figure.ts';
import { step, timeline } from './timeline.ts';

/** Every component that an `.mdx` article can use. They need no import there. */
export const COMPONENTS: ReadonlyMap<string, Component> = new Map(
  [aside, compare, details, figure, step, timeline].map((component) => [component.name, component]),
);
