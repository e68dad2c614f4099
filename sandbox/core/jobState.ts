/** What a job has come to, to be compared with what has arrived of it on the receiving side. */
export interface JobState {
	/** As its events call it. */
	id: string;
	/** The owner's own name for it. */
	reference: string | null;
	/** In the service's own word, or in the sandbox's where the service has none. */
	status: string;
	/** Whether it was brought to its recipient; what was fetched, or only in part, was not. */
	isDelivered: boolean;
	/** The recipient's mail address, where events tell it. */
	email: string | null;
}
