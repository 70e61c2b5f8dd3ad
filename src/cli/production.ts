/**
 * graphql-js, Express and Apollo check more, and more slowly, unless NODE_ENV says that this is no development. They read
 * it when they are loaded, so this must be imported before them.
 */
process.env.NODE_ENV ??= "production";
