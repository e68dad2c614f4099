import type { z } from 'zod';

/** A control request that cannot be carried out; the message is a sentence for a person. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/** Parses with a zod schema, or refuses with 400 and a sentence that names each bad field. */
export function parseOrRefuse<T>(schema: z.ZodType<T, z.ZodTypeDef, unknown>, value: unknown): T {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const { issues } = parsed.error;
	// What is a sentence already was written for a person, to whom the field's name says nothing.
	const sentences = issues.filter(({ message }) => message.endsWith('.'));
	if (sentences.length === issues.length) {
		throw new Refusal(400, sentences.map(({ message }) => message).join(' '));
	}
	const faults = issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
	throw new Refusal(400, `This request can't be used. ${faults.join('; ')}.`);
}
