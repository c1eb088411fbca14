/** What written workflows call: `OWNER/goparity@COMMIT`, until there is a published one. The only place that says so. */
export declare const ACTION_REFERENCE = "OWNER/goparity@COMMIT";
/** Actions that a written workflow needs, by commit, with the version as a comment. */
export declare const CHECKOUT = "actions/checkout@df4cb1c069e1874edd31b4311f1884172cec0e10 # v6.0.3";
/** As `CHECKOUT`. */
export declare const SETUP_GO = "actions/setup-go@4a3601121dd01d1626a1e23e37211e3254c1c06c # v6.4.0";
/** The reference of one of the two actions: `report` is a folder of the recorder's repository. */
export declare function actionUse(reference: string, action: 'record' | 'report'): string;
/** Whether a reference of the user is one that a workflow can hold: `owner/name[/folder]@ref` or `./folder`, plain ASCII. */
export declare function isActionReference(text: string): boolean;
/** Whether a step's `uses:` is one of our actions, whoever owns it. */
export declare function isOwnAction(uses: string, reference?: string): 'record' | 'report' | null;
