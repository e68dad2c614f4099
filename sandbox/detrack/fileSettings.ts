import { z } from 'zod';

/** What is not documented about documents, proofs and exports. */
export const fileSettings = {
	/** What the API's key does at the addresses of signatures and photos. */
	fileKey: z.enum(['ignored', 'required', 'refused']).default('ignored'),
	/** Under which origin signatures and photos are said to be; null: under the sandbox's own. */
	fileOrigin: z.string().url().nullable().default(null),
	/** The content type of signatures and photos. */
	fileType: z.enum(['own', 'octet-stream']).default('own'),
	/** How the name of a document is told. */
	documentName: z.enum(['quoted', 'bare', 'none']).default('quoted'),
	/** A POD that does not exist yet. */
	missingPod: z.union([z.literal(404), z.literal(422), z.literal('blank')]).default(404),
	/** What an export's status is before its last one, one per poll. */
	exportStatuses: z.array(z.string()).default(['processing']),
	/** How an export ends; only `completed` is documented. */
	exportEnd: z.enum(['completed', 'failed']).default('completed'),
};
