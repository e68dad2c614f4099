import { z } from 'zod';

import type { Session } from './session';

const tag = z.object({ id: z.string(), name: z.string() });

export function tagCalls(session: Session) {
	return {
		/** The id of the tag with this name, which is made where it is not there yet. */
		async ensureTag(name: string): Promise<string> {
			const action = `make the tag “${name}”`;
			const all = await session.call({ action, path: 'tags', answer: z.array(tag) });
			const found = all.find((each) => each.name === name);
			if (found) return found.id;
			const body = { name };
			return (await session.call({ action, method: 'POST', path: 'tags', body, answer: tag })).id;
		},
	};
}
