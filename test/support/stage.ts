import type { WorkflowFile } from '../../runtime/rest';
import { DETRACK_WEBHOOK_PASSWORD } from '../../sandbox/detrack/defaults';
import { READYCLOUD_ORG } from '../../sandbox/readycloud/defaults';
import { Story, type StoryOptions } from './story';
import { type Changes, type StoryWorkflow, templateFile } from './storyWorkflow';

type Steps = Record<string, object>;

interface Report {
	id: string;
	job: Record<string, unknown>;
	deliveries: unknown[];
}

/** A service's job after some steps, and how often the service has called n8n for it. */
export interface Played {
	id: string;
	job: Record<string, unknown>;
	calls: number;
}

/** The organization that a user chooses at ReadyCloud. */
export const ORGANIZATION = { __rl: true, mode: 'id', value: READYCLOUD_ORG };
/** The sandbox's clock stands still, so the services' limits a minute would count for a whole test. */
const NO_LIMIT = {
	detrack: { requestsPerMinute: 100_000 },
	readycloud: { readsPerMinute: 100_000, writesPerMinute: 100_000 },
};

/** Templates at work in one n8n, with dispatchers, drivers and customers who do what a test says. */
export class Stage {
	readonly #active: StoryWorkflow[] = [];

	private constructor(readonly story: Story) {}

	static async open(options: StoryOptions = {}): Promise<Stage> {
		return new Stage(await Story.open(options));
	}

	async close(): Promise<void> {
		await this.story.close();
	}

	/** Begins a test: nothing has happened anywhere, and nothing listens. */
	async clear(): Promise<void> {
		for (const workflow of this.#active.splice(0)) await workflow.deactivate();
		await this.story.control('POST', 'reset');
		for (const [vendor, settings] of Object.entries(NO_LIMIT)) {
			await this.story.control('PATCH', `${vendor}/settings`, settings);
		}
		this.story.intercept.forget();
		this.story.google.obey();
		this.story.odoo.obey();
	}

	/** Imports a template as a user does, with an organization in the triggers that need one. */
	async imported(name: string, changes: Changes = {}): Promise<StoryWorkflow> {
		return await this.importedFile(await templateFile(name), changes);
	}

	/** The same with a file of the caller's, such as a template that was changed. */
	async importedFile(file: WorkflowFile, changes: Changes = {}): Promise<StoryWorkflow> {
		const own = file.nodes
			.filter(({ type }) => /readyCloud(Changes)?Trigger$/.test(type))
			.map((node) => [node.name, { organizationId: ORGANIZATION }]);
		return await this.story.importFile(file, { ...Object.fromEntries(own), ...changes });
	}

	/** Publishes a workflow until the test is over. */
	async publish(workflow: StoryWorkflow): Promise<StoryWorkflow> {
		this.#active.push(workflow);
		return await workflow.activate();
	}

	/** Imports and publishes a template, and enters its addresses at Radaro and Detrack. */
	async listening(name: string, changes: Changes = {}): Promise<StoryWorkflow> {
		return await this.connected(await this.imported(name, changes));
	}

	/** Publishes a workflow until the test is over, and enters its addresses at Radaro and Detrack. */
	async connected(workflow: StoryWorkflow): Promise<StoryWorkflow> {
		await this.publish(workflow);
		const has = (type: string): boolean =>
			workflow.file.nodes.some((node) => node.type === `n8n-nodes-lastmile.${type}`);
		if (has('radaroTrigger')) await this.story.connectRadaro(workflow);
		if (has('detrackTrigger')) {
			const url = await workflow.address('n8n-nodes-lastmile.detrackTrigger');
			const account = { urls: [url], password: DETRACK_WEBHOOK_PASSWORD };
			await this.story.control('PUT', 'detrack/webhooks', account);
		}
		return workflow;
	}

	async radaro(values: object, steps: Steps = {}): Promise<Played> {
		return await this.#play('radaro', 'jobs', values, steps);
	}

	async detrack(values: object, steps: Steps = {}): Promise<Played> {
		return await this.#play('detrack', 'jobs', values, steps);
	}

	async routigo(values: object, steps: Steps = {}): Promise<Played> {
		return await this.#play('routigo', 'tours', values, steps);
	}

	async readyCloud(values: object, steps: Steps = {}): Promise<Played> {
		return await this.#play('readycloud', 'orders', values, steps);
	}

	/** Creates a job, tour or order and lets the steps happen to it, each with what is said there. */
	async #play(vendor: string, kind: string, values: object, steps: Steps): Promise<Played> {
		const made = await this.story.control<Report>('POST', `${vendor}/${kind}`, values);
		let { job, deliveries } = made;
		let calls = deliveries.length;
		for (const [name, options] of Object.entries(steps)) {
			({ job, deliveries } = await this.step(vendor, made.id, name, options));
			calls += deliveries.length;
		}
		return { id: made.id, job, calls };
	}

	async step(vendor: string, id: string, name: string, options: object = {}): Promise<Report> {
		return await this.story.control<Report>('POST', `${vendor}/jobs/${id}/steps/${name}`, options);
	}

	/** Subjects of the mails that have arrived, in alphabetical order. */
	async subjects(): Promise<string[]> {
		return (await this.story.mails()).map(({ subject }) => subject).sort();
	}
}
