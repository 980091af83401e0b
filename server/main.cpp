// Reads the configuration, builds the objects, runs until told to stop. No logic.
#include "program/command_line.hpp"

int main(int argc, char** argv) { return interstate::run_command_line(argc, argv); }
