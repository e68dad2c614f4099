import { z } from 'zod';

export const tagSchema = z.object({ tag: z.string() });

export const tagField = {
	displayName: 'Tag',
	name: 'tag',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. rush',
	description: '2 to 35 characters, without / \\ ? # , and full stops',
} as const;
