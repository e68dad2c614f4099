import { z } from 'zod';

import { isRecord } from './json';
import { parseOrRefuse } from './refusal';

/** How many can be made up at once. */
export const count = z.number().int().min(1).max(5000);
const manySchema = z.object({ count }).passthrough();

/** The number of the first one that is made up among many. */
export const FIRST_NUMBER = 100_001;

/** How many are asked for, and what they have in common; undefined where it is about one. */
export function manyAsked(
	body: unknown,
): { count: number; given: Record<string, unknown> } | undefined {
	if (!isRecord(body) || !('count' in body)) return undefined;
	const { count: asked, ...given } = parseOrRefuse(manySchema, body);
	return { count: asked, given };
}
