import { z } from 'zod';

import { text } from '../../../shared/api/fields';

export const tagSchema = z.object({ tag: z.string() });

export const tagField = text('Tag', 'tag', {
	required: true,
	placeholder: 'e.g. rush',
	description: '2 to 35 characters, without / \\ ? # , and full stops',
});
