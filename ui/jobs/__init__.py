"""Work that goes on beside the interface's thread, and is heard of on it."""

from ui.jobs.again import Again
from ui.jobs.background import Background, Job
from ui.jobs.files import FileJob, FileState, Progress
from ui.jobs.reading import ReadingJobs

__all__ = ["Again", "Background", "FileJob", "FileState", "Job", "Progress", "ReadingJobs"]
