import { z } from 'zod';

import { resourceLocator } from '../../../shared/api/fields';

export const tagSchema = z.object({ tag: z.string() });

/** Chooses a tag that an order of the organization has, or names a new one. */
export const tagLocator = resourceLocator('Tag', 'tag', {
	searchListMethod: 'searchTags',
	modes: [
		{
			displayName: 'By Name',
			name: 'name',
			placeholder: 'e.g. rush',
			hint: '2 to 35 characters, without / \\ ? # , and full stops',
		},
	],
	description: 'The tag, chosen from those that orders of the organization have, or by its name',
});
