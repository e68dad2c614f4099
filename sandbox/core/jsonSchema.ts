import { z } from 'zod';

import type { Json } from './json';

/** Accepts any value that JSON can hold. */
export const json: z.ZodType<Json> = z.lazy(() =>
	z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(json), z.record(json)]),
);
