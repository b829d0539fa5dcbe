import type { PostKind } from '../posts/views.ts';

/** What readers call the kinds of posts. */
export const KIND_NAMES: Record<PostKind, string> = {
  evidence: 'Evidence',
  guide: 'Guide',
  experience: 'Experience',
  news: 'News',
};
