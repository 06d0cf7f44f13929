declare module 'addons-linter' {
  interface Finding {
    code: string
    file?: string
    message: string
  }
  interface Findings {
    errors: Finding[]
    warnings: Finding[]
    notices: Finding[]
  }
  interface Linter {
    run(): Promise<Findings>
  }
  const linter: { createInstance(options: { config: object; runAsBinary: boolean }): Linter }
  export default linter
}
