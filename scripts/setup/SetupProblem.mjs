// Something that set-up cannot mend by itself: what is wrong, and what the person at the keyboard can do.
export class SetupProblem extends Error {
  /**
   * @param {string} message
   * @param {string} whatToDo
   */
  constructor(message, whatToDo) {
    super(message);
    this.whatToDo = whatToDo;
  }
}
