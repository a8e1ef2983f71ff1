/**
 * The name of the engine that a frozen result was computed by. It is raised with every change of the engine that can move a figure.
 * Must never: be raised for a change that moves none.
 */
export const ENGINE = 'alidade-1';
