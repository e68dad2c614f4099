import type { ApiClient } from '../api/apiClient';
import { sentence } from '../api/apiErrors';
import type { BatchSender } from './batchSender';
import type { ItemError } from './operation';

/** How to speak of a vendor's batches. */
export interface BatchWording {
	vendor: string;
	/** What the items are, such as `job`. */
	thing: string;
	/** What the vendor may have done with one, such as `created`. */
	done: string;
	/** The same after it is known to have been done, where that is another word: `took` for `taken`. */
	did?: string;
	/** How a user looks one up, such as `by its External ID`. */
	lookUp: string;
}

type Words = Pick<
	BatchSender<unknown, unknown, ItemError>,
	'notSent' | 'notMentioned' | 'notSure' | 'unexpected'
>;

/** The sentences of a sender about items without a clear answer of their own. */
export function batchWords(
	client: Pick<ApiClient, 'error'>,
	{ vendor, thing, done, did = done, lookUp }: BatchWording,
): Words {
	const advice = `Look it up ${lookUp} before you send it again.`;
	return {
		notSent: (last) =>
			client.error({
				message: `This ${thing} was not sent, because the requests before it got no usable answer`,
				description: `${sentence(last.message)} Run the items with an error again.`,
			}),

		notMentioned: () =>
			client.error({
				message: `${vendor} did not say whether it ${did} this ${thing}`,
				description: advice,
			}),

		notSure: (last) =>
			client.error({
				message: `${vendor} may have ${done} this ${thing}, but that is not certain`,
				description: `${advice} The last thing that happened: ${sentence(last.message)}`,
			}),

		unexpected: (error) =>
			client.error({
				message: `${vendor}'s answer cannot be understood`,
				description: error instanceof Error ? error.message : 'No reason is known.',
			}),
	};
}
