import type { z } from 'zod';

/** A control request that cannot be carried out; the message is a sentence for a person. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		message: string,
		/** What is wrong with each field, where a person fills some in. */
		readonly fields?: Readonly<Record<string, string>>,
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
		const fields = new Map<string, string[]>();
		for (const { path, message } of sentences) {
			const field = String(path[0] ?? '');
			fields.set(field, [...(fields.get(field) ?? []), message]);
		}
		const told = [...fields].map(([field, messages]) => [field, inShort(messages)] as const);
		const all = told.map(([, sentence]) => sentence).join(' ');
		throw new Refusal(400, all, Object.fromEntries(told));
	}
	const faults = issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
	throw new Refusal(400, `This request can't be used. ${faults.join('; ')}.`);
}

const TOLD = 3;

/** The first few of many faults, and how many more there are. */
function inShort(messages: readonly string[]): string {
	const different = [...new Set(messages)];
	const rest = different.length - TOLD;
	return [...different.slice(0, TOLD), ...(rest > 0 ? [`There are ${rest} more.`] : [])].join(' ');
}
