import type { Explanation } from '../../shared/api/apiErrors';
import { textOrNull } from '../../shared/basic/values';
import { ANY_EVENT, classifyBy } from '../../shared/event/eventCatalogue';
import { receivedFrom } from '../../shared/trigger/bodyLimits';
import { isSwitchedOn } from '../../shared/trigger/checkSwitches';
import { secretsFrom } from '../../shared/trigger/credentialSecrets';
import { empty, notOffered } from '../../shared/trigger/triggerParameters';
import type { Reading, WebhookVendor } from '../../shared/trigger/webhookVendor';
import { DETRACK_EVENTS } from '../event/events';
import { membersIn } from './jobsInBody';
import { normalizeDetrack } from '../event/normalize';
import type { DetrackPayload } from '../event/schema';
import { triggersOf } from '../event/triggers';
import { fromVersion1, isVersion1 } from '../event/version1';
import { allowedIpsFlaw } from './allowedIps';
import { type DetrackSecrets, detrackSecrets, textsToMask } from './secrets';
import { verifyDetrack } from './verify';
import { withoutEmpty } from './withoutEmpty';

/** What a call cannot tell, because it stands in the settings of the trigger or the workflow. */
export interface DetrackSettings {
	/** The day of arrival as YYYY-MM-DD. */
	today: string | null;
	/** The trigger's options: `allowedIps`, `onlyTrigger`, `removeEmpty`. */
	options?: Record<string, unknown>;
}

const DETRACK_SECRETS = secretsFrom({
	type: 'detrackWebhookApi',
	secretsIn: detrackSecrets,
	isReady: ({ values }) => values.length > 0,
});

/** What Detrack contributes to the webhook pipeline. */
export function detrackWebhook(
	settings: DetrackSettings,
): WebhookVendor<DetrackPayload, DetrackSecrets> {
	return {
		name: 'Detrack',
		setup: {
			missing:
				'a field of its credential in n8n is empty: Username and Password, or Header Name and Header Value',
			flaw: (secrets?: DetrackSecrets) => secrets?.flaw,
			proof: ({ challenge }) =>
				`Its credential in n8n holds ${challenge === undefined ? 'a header and its value' : 'a user name and a password'}. Whether Detrack sends the same, you will see when the first event comes.`,
		},
		...DETRACK_SECRETS,
		events: DETRACK_EVENTS.map(({ value }) => value),
		optionsFlaw: detrackOptionsFlaw,
		verify(call, secrets) {
			const { allowedIps } = settings.options ?? {};
			// With an option that cannot be used, who has the right header causes the error that says so.
			const isUsable = allowedIpsFlaw(allowedIps) === null;
			return verifyDetrack(call, secrets, isUsable ? allowedIps : undefined);
		},
		challenge: ({ challenge }) => challenge,
		textsToMask,
		read: (body) => readDetrack(body, settings),
		classify: (payload) => classifyBy(DETRACK_EVENTS, payload),
		normalize: normalizeDetrack,
	};
}

const EXPECTED =
	'Detrack sends a job as a JSON object, or a form whose field "json" holds that object.';

/** Why one of the options that restrict what starts the workflow cannot be used, or `null`. */
export function detrackOptionsFlaw(
	options: Record<string, unknown>,
	events: readonly string[],
): Explanation | null {
	if ('allowedIps' in options) {
		const flaw = allowedIpsFlaw(options.allowedIps);
		if (flaw !== null) return flaw;
	}
	const { onlyTrigger } = options;
	if (!('onlyTrigger' in options)) return events.every(isDeleted) ? NEVER_SAID : null;
	if (textOrNull(onlyTrigger) === null) return empty('option', 'Only Trigger in Detrack');
	const only = DETRACK_EVENTS.find(({ value }) => value === onlyTrigger);
	if (only === undefined) return notOffered('Only Trigger in Detrack', onlyTrigger);
	if (events.includes(ANY_EVENT) || events.includes(only.value)) return null;
	return {
		message: `Nothing can start the workflow: "Only Trigger in Detrack" is ${only.name}, which "Events" leaves out`,
		description: `Choose ${only.name} under Events as well, or remove the option.`,
	};
}

const isDeleted = (event: string): boolean => event === 'deleted';

/** Detrack's calls have no mark of a deletion (docs/vendors.md#detrack-triggers). */
const NEVER_SAID: Explanation = {
	message: 'Nothing can start the workflow: a call of Detrack does not say that a job was deleted',
	description:
		'Tick no other trigger in Detrack, add the option "Only Trigger in Detrack" and choose Deleted there as well; or choose other events.',
};

function readDetrack(body: unknown, settings: DetrackSettings): Reading<DetrackPayload> {
	const removeEmpty = isSwitchedOn(settings.options ?? {}, 'removeEmpty');
	return receivedFrom(membersIn(body), EXPECTED, (job) => {
		if (Object.keys(job).length === 0) return null;
		return {
			payload: payloadOf(job, settings),
			// Only who wants it pays for it.
			get original() {
				return removeEmpty ? withoutEmpty(job) : job;
			},
		};
	});
}

/** What the user says of the settings in Detrack goes before what a job looks like. */
function payloadOf(
	body: Record<string, unknown>,
	{ today, options = {} }: DetrackSettings,
): DetrackPayload {
	const job = isVersion1(body) ? fromVersion1(body) : body;
	const only = textOrNull(options.onlyTrigger);
	return { job, today, triggers: only === null ? triggersOf(job, today) : [only] };
}
