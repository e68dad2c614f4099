import type {
	Arrival,
	Editor,
	Failure,
	N8nAction,
	N8nControl,
	N8nState,
	Seen,
} from '../../../sandbox/n8n';

/** An n8n that is only told what to do, and does it when the test says so. */
export class FakeN8n implements N8nControl {
	status: N8nState['status'] = 'running';
	problem: string | null = null;
	arrivals: Arrival[] = [];
	failed: Failure[] = [];
	readonly told: N8nAction[] = [];
	seen: Seen | undefined;

	state(): N8nState {
		return { status: this.status, problem: this.problem };
	}

	stop(): void {
		this.told.push('stop');
		this.status = 'stopping';
	}

	kill(): void {
		this.told.push('kill');
		this.status = 'stopping';
	}

	start(): void {
		this.told.push('start');
		this.status = 'starting';
	}

	arrived(seen: Seen): Arrival[] {
		this.seen = seen;
		return this.arrivals;
	}

	editor(): Editor | null {
		return {
			url: 'http://127.0.0.1:5678/workflow/w1',
			email: 'owner@lastmile.example',
			password: 'Lastmile-demo-1',
		};
	}

	failures(): readonly Failure[] {
		return this.failed;
	}

	/** As it was in the beginning. */
	forget(): void {
		Object.assign(this, { status: 'running', problem: null, arrivals: [], failed: [] });
		this.seen = undefined;
		this.told.length = 0;
	}
}
