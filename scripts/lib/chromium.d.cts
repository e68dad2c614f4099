import type { Program } from '../../runtime/plain/apt.cjs';

/** Found by its path. */
export const CHROMIUM: Program<string>;

/** Installs Debian's Chromium for the tests that click, where that can be done, and gives its path. */
export function ensureChromium(): Promise<string>;
