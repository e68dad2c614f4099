import { z } from 'zod';

/** What n8n's nodes give for something that was deleted. */
export const deletedSchema = z.object({ deleted: z.literal(true) });

export const DELETED: z.infer<typeof deletedSchema> = { deleted: true };
