import type { DayJob, Knowledge } from './jobs';
import type { JobState } from './states';

/** Beginnings of the subjects that customers get, by how their job stands. */
const SUBJECT = (number: string) => ({
	scheduled: `Your delivery ${number} is scheduled`,
	out_for_delivery: `Your delivery ${number} is on its way`,
	delivered: `Your delivery ${number} has arrived`,
});

type Told = keyof ReturnType<typeof SUBJECT>;

export interface ExpectedMails {
	/** Mails that must have gone out, each once. */
	wanted: string[];
	/** Mails that may have gone out, each once: of earlier states, as after a pause only the last is told. */
	allowed: Set<string>;
	/** Jobs of which it cannot be said what their customer should read last. */
	unsure: number;
}

/** The mails that customers should have got, as `address: subject`. */
export function expectedMails(jobs: readonly DayJob[], known: Knowledge): ExpectedMails {
	const expected: ExpectedMails = { wanted: [], allowed: new Set(), unsure: 0 };
	for (const job of jobs) {
		const { mail, kind, number, steps } = job;
		if (mail === undefined || kind === 'collection') continue;
		const line = (state: Told): string => `${mail}: ${SUBJECT(number)[state]}`;
		for (const { state } of steps) if (isTold(state)) expected.allowed.add(line(state));
		const last = known(job);
		if (last === undefined) expected.unsure++;
		if (isTold(last)) expected.wanted.push(line(last));
	}
	return expected;
}

function isTold(state: JobState | undefined): state is Told {
	return state === 'scheduled' || state === 'out_for_delivery' || state === 'delivered';
}
